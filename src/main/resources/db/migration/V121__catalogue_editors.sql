UPDATE staff_role SET role_name = 'CATALOGUE' WHERE role_name = 'EDITOR';
